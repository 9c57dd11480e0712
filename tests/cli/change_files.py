"""A small job with change requests, for the commands that price them."""

from pathlib import Path

from tests.cli.calling import job

QUOTE = """\
quotekit: quote/1
number: Q-2026-014
title: Website
date: 2026-03-02
currency: EUR
language: en
agreement: agreement.yaml
rates:
  design: {price: 85, unit: hour, increment: 0.25}
  development: {price: 95, unit: hour}
  translation: {price: 140, unit: word, per: 1000}
taxes: {vat: {title: VAT, percent: 19}, reduced: {title: VAT, percent: 7}}
tax: vat
tasks:
  - {id: screens, title: Screen design, rate: design, quantity: 24}
  - {id: frontend, title: Front end, rate: development, quantity: 40}
  - {id: texts-en, title: English texts, rate: translation, quantity: 3500, tax: reduced}
  - {id: fonts, title: Font licence, expense: 120}
payments:
  - {id: deposit, percent: 30}
  - {id: design-done, percent: 30}
  - {id: balance, balance: true}
schedule: {start: 2026-04-07, hours_per_day: 6}
"""
AGREEMENT = """\
quotekit: agreement/1
changes:
  handling_fee: 60
  minimum: 100
  rush: {within_days: 3, percent: 50}
  late: [{from: 50 %, percent: 15}, {from: 90 %, percent: 30}]
"""
BLOG = """\
quotekit: change/1
id: add-blog
title: A blog and two more screens
requested_on: 2026-03-20
wanted_by: 2026-03-24
actions:
  - revise: screens
    set: {quantity: 30}
  - add: {id: blog, title: Blog, rate: development, quantity: 10}
  - remove: fonts
"""
LATER = """\
quotekit: change/1
id: longer-blog
actions: [{revise: blog, set: {quantity: 20}}]
"""


def agreed(folder: Path) -> Path:
    """Write the job, its agreement and two requests, of which the second needs the first."""
    job(folder, QUOTE)
    (folder / "agreement.yaml").write_text(AGREEMENT, encoding="utf-8")
    (folder / "changes").mkdir()
    (folder / "changes" / "add-blog.yaml").write_text(BLOG, encoding="utf-8")
    (folder / "changes" / "longer-blog.yaml").write_text(LATER, encoding="utf-8")
    return folder
