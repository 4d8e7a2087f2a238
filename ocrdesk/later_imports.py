"""Modules that a library draws in and hardly anybody uses: imported when one of them is."""

import importlib
import sys
from importlib.util import find_spec
from threading import Lock
from types import ModuleType
from typing import Any

_LOCK = Lock()
_ASKED_OF_ALL = frozenset({"__file__", "__warningregistry__"})  # by `inspect` and by `unittest`


class _Later(ModuleType):
    """Stands for a module until somebody asks for what is in it, and passes all on from then on.

    `importlib.util.LazyLoader` does nearly this, but a second thread that asks meanwhile finds a
    module that is half there (CPython issue 114763, mended in Python 3.13).
    """

    def __getattr__(self, attribute: str) -> Any:
        if attribute in _ASKED_OF_ALL and sys.modules.get(self.__name__) is self:
            raise AttributeError(attribute)
        return getattr(self._module(), attribute)

    def __dir__(self) -> list[str]:
        return dir(self._module())

    def _module(self) -> ModuleType:
        """Return the module itself, which takes its place among those that are imported.

        The lock is not held while it is imported: that has locks of its own, and another thread may
        hold one of them and ask another stand-in.
        """
        with _LOCK:
            if sys.modules.get(self.__name__) is self:
                del sys.modules[self.__name__]
        return importlib.import_module(self.__name__)


def import_later(*names: str) -> None:
    """Import each of these modules when it is used, unless it is here already.

    Their parents are imported now.
    """
    for name in names:
        if name not in sys.modules:
            parent, _, child = name.rpartition(".")
            module = _Later(name, "Not imported yet.")
            module.__spec__ = find_spec(name)
            setattr(importlib.import_module(parent), child, module)
            sys.modules[name] = module
