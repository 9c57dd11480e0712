"""Import the libraries that a document needs, build one model, and do nothing with them."""

import babel
import pydantic
import yaml


class Model(pydantic.BaseModel):
    """Hold one text."""

    text: str


_ = babel, yaml
