#!/usr/bin/env bash
# transformers 5.24.0: with gradient accumulation, Trainer makes a ViT's gradients several times too large for some losses.
#
# Four batches of 2 with gradient_accumulation_steps=4 are to be one batch of 8. Trainer divides the loss by 4 only if the
# model's forward takes no **kwargs, which it reads as "the model divides by num_items_in_batch itself". ViT takes them now. It
# divides for one label per image, and does not for problem_type="multi_label_classification"; nor does a compute_loss of
# one's own, the usual way to class weights or a long-tailed loss, which the model does not see. Then the gradient is the
# sum of the four: a learning rate four times as large with SGD, another place for max_grad_norm with any optimizer, and a
# training loss that is logged four times too high, without a warning. The class attribute loss_is_scaled_for_ga = False of a
# subclass is there for it.
# Seen, step of 4 x 2 beside step of 1 x 8, length and logged loss: one label: 1 times; multi-label and own compute_loss: 4.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check torch==2.14.1 transformers==5.24.0 accelerate==1.15.0
cd "$folder"
HF_HUB_OFFLINE=1 "$folder/venv/bin/python" - <<'PYTHON'
import logging
import warnings

import torch
import torch.nn.functional as F
import transformers
from transformers import set_seed, Trainer, TrainingArguments, ViTConfig, ViTForImageClassification

said = []
handler = logging.Handler(logging.WARNING)
handler.emit = lambda record: said.append(record.getMessage())
transformers.logging.set_verbosity_warning()
transformers.logging.disable_default_handler()
transformers.logging.add_handler(handler)


class OwnLoss(Trainer):
    "As one has it for class weights."
    def compute_loss(self, model, inputs, return_outputs=False, **kwargs):
        outputs = model(pixel_values=inputs["pixel_values"])
        loss = F.cross_entropy(outputs.logits, inputs["labels"])
        return (loss, outputs) if return_outputs else loss


class OwnLossDivided(OwnLoss):
    loss_is_scaled_for_ga = False


class MultiLabelDivided(Trainer):
    loss_is_scaled_for_ga = False


def step(trainer, multi, size, times):
    "How far one step of SGD moves the weights, and the loss that is reported."
    set_seed(0)
    config = ViTConfig(hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16, image_size=8,
                       patch_size=4, num_labels=4, problem_type="multi_label_classification" if multi else None)
    model = ViTForImageClassification(config)
    images, labels = torch.randn(8, 3, 8, 8), (torch.rand(8, 4) < 0.3).float() if multi else torch.arange(8) % 4
    data = [dict(pixel_values=image, labels=label) for image, label in zip(images, labels)]
    before = [p.detach().clone() for p in model.parameters()]
    arguments = TrainingArguments("out", per_device_train_batch_size=size, gradient_accumulation_steps=times, max_steps=1,
                                  optim="sgd", learning_rate=0.1, lr_scheduler_type="constant", max_grad_norm=0, use_cpu=True,
                                  report_to=[], save_strategy="no", logging_strategy="no", disable_tqdm=True)
    reported = trainer(model, arguments, train_dataset=data).train().training_loss
    moved = sum(((p.detach() - was) ** 2).sum() for p, was in zip(model.parameters(), before)) ** 0.5
    return torch.tensor([moved, reported])


with warnings.catch_warnings():
    warnings.simplefilter("error", UserWarning)
    ratio = {name: [round(r, 2) for r in (step(trainer, multi, 2, 4) / step(trainer, multi, 8, 1)).tolist()]
             for name, trainer, multi in (("one label", Trainer, False), ("multi", Trainer, True), ("own", OwnLoss, False),
                                          ("multi, told", MultiLabelDivided, True), ("own, told", OwnLossDivided, False))}
print(ratio, said)
assert ratio == {"one label": [1, 1], "multi": [4, 4], "own": [4, 4], "multi, told": [1, 1], "own, told": [1, 1]}
assert not said
PYTHON
