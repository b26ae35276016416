# `make train` trains on the embedded data, `make test` checks everything. Both install into .venv first.
PYTHON ?= python3
BIN := .venv/bin
RUNS ?= runs
TINY := -p epochs 1 -p limit 200 -p runs_dir .study/runs
OWN := -p precision float32
FEW_LABELS := -p method la -p labelled 0.1 -p labels_from captions -p label_texts "[keywords_long]" -p compare True
RAY := (^|_)(cluster|engines)\.ipynb$$
ONCE := -p seeds "[0]" -p figures_dir .study
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: install train test test-export test-library test-study test-records site test-site test-lab

install: .venv/installed

.venv/installed: settings.ini setup.py pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

.venv/site-installed: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[site]'
	touch $@

train: install
	mkdir -p $(RUNS)
	papermill --log-output nbs/10_train.ipynb $(RUNS)/10_train.ipynb $(FEW_LABELS) -p runs_dir $(RUNS) -p minutes None
	@echo "The executed notebook is $(RUNS)/10_train.ipynb; it ends with the table and the run folder shown above."

test: test-export test-library test-study test-records
	@echo "The module is what the notebooks export, every notebook runs, every check in them holds."

# the module must be what the notebooks export
test-export: install
	rm -rf .exported && cp -r vlmkd .exported
	nbdev_export
	diff -r -x __pycache__ vlmkd .exported && rm -rf .exported

# what starts Ray has the machine for itself: a cluster's processes have 15 seconds to start
test-library: install
	OMP_NUM_THREADS=1 nbdev_test --n_workers 2 --do_print --skip_file_re '^[_.]|$(RAY)'
	OMP_NUM_THREADS=1 nbdev_test --n_workers 1 --do_print --file_re '$(RAY)'

# the study's notebooks, on a tiny budget; float32 is what every processor is fast in
test-study: install
	rm -rf .study && mkdir .study
	papermill --no-progress-bar nbs/10_train.ipynb .study/10_train.ipynb $(TINY)
	papermill --no-progress-bar nbs/11_main_results.ipynb .study/11_main_results.ipynb $(TINY) $(OWN) $(ONCE) -p teacher_epochs 1
	papermill --no-progress-bar nbs/11_main_results.ipynb .study/11_table_2.ipynb $(TINY) $(OWN) $(ONCE) -p table 2 -p teacher_epochs 1
	papermill --no-progress-bar nbs/12_ablations.ipynb .study/12_ablations.ipynb $(TINY) $(OWN) $(ONCE)
	papermill --no-progress-bar nbs/13_text_scaling.ipynb .study/13_text_scaling.ipynb $(TINY) $(OWN) $(ONCE) -p teacher_epochs 1
	papermill --no-progress-bar nbs/14_tsne.ipynb .study/14_tsne.ipynb $(TINY) $(OWN) -p figures_dir .study
	papermill --no-progress-bar nbs/15_captions.ipynb .study/15_captions.ipynb -p limit 200 -p runs_dir .study/runs -p figures_dir .study
	papermill --no-progress-bar nbs/16_own_captions.ipynb .study/16_own_captions.ipynb -p runs_dir .study/own
	papermill --no-progress-bar nbs/17_settings.ipynb .study/17_settings.ipynb $(TINY) $(OWN) $(ONCE)
	papermill --no-progress-bar nbs/18_imagenet_lt.ipynb .study/18_imagenet_lt.ipynb
	papermill --no-progress-bar nbs/19_labels.ipynb .study/19_labels.ipynb $(TINY) $(ONCE) -p shares "[0.25, 1]" -p rivals_at "[0.25]" \
		-p budgets "[1]" -p full "[cosine]" -p label_texts "[keywords_short]"
	papermill --no-progress-bar nbs/20_speed.ipynb .study/20_speed.ipynb -p tiny True -p figures_dir .study
	papermill --no-progress-bar nbs/21_label_audit.ipynb .study/21_label_audit.ipynb $(TINY) -p label_texts "[keywords_short]" \
		-p figures_dir .study
	papermill --no-progress-bar nbs/22_every_method.ipynb .study/22_every_method.ipynb $(TINY) $(ONCE) -p teacher_epochs 1 \
		-p text_losses "[joint]"
	papermill --no-progress-bar nbs/23_to_the_end.ipynb .study/23_to_the_end.ipynb $(TINY) $(ONCE) -p teacher_epochs 1 \
		-p objectives "[cosine]" -p weights "[]" -p controls "[shuffled]" -p teachers "[rise]" \
		-p students "{vit_t_4: 1}" -p further "{vit_t_4: ['Eq. 2, shuffled']}" -p besides "{vit_t_4: [RISE]}" \
		-p unseen_epochs 1 -p more_seeds "[1]"

# from the recorded runs, which the notebooks take from their zips, nothing is trained, and every table comes out byte for byte
test-records: install
	rm -rf .records && mkdir .records
	for name in 11_main_results 13_text_scaling 17_settings 19_labels 22_every_method 23_to_the_end; do \
		papermill --no-progress-bar nbs/$$name.ipynb .records/$$name.ipynb -p runs_dir .records/runs -p figures_dir .records/figures || exit 1; done
	for table in figures/main_*.csv figures/scaling*.csv figures/settings*.csv figures/labels*.csv figures/methods*.csv \
			figures/to_the_end*.csv; do \
		cmp $$table .records/figures/$$(basename $$table) || exit 1; done

# the notebooks with their outputs as pages that need no Jupyter and no network; nothing is run
site: .venv/site-installed
	rm -rf _site
	sphinx-build --quiet --fail-on-warning --keep-going -c nbs/site -d _site/doctrees . _site/html
	@echo "Open _site/html/index.html."

# needs Chromium, as do the tests of JupyterLab below
test-site: site
	python nbs/tests/browser/test_site.py

test-lab: .venv/site-installed
	python nbs/tests/browser/test_lab.py
