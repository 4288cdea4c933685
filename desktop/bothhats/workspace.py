"""One open pipeline file: a reading connection at once, the writing side when it is first needed."""

import sqlite3
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from bothhats.domain.changes import ChangeSet
from bothhats.domain.problems import FileNotWritable
from bothhats.storage.read_only import open_read_only, read_header

if TYPE_CHECKING:
    from sqlite_utils import Database

    from bothhats.operations.assets import AssetOperations
    from bothhats.operations.campaigns import CampaignOperations
    from bothhats.operations.claims import ClaimOperations
    from bothhats.operations.commitments import CommitmentOperations
    from bothhats.operations.definitions import DefinitionOperations
    from bothhats.operations.erasing import ErasingOperations
    from bothhats.operations.follow_ups import FollowUpOperations
    from bothhats.operations.goals import GoalOperations
    from bothhats.operations.imports import ImportOperations
    from bothhats.operations.leads import LeadOperations
    from bothhats.operations.list_upkeep import ListUpkeep
    from bothhats.operations.lists import ListOperations
    from bothhats.operations.merging import MergingOperations
    from bothhats.operations.objections import ObjectionOperations
    from bothhats.operations.reviews import ReviewOperations
    from bothhats.operations.settings import SettingOperations
    from bothhats.operations.taking_back import TakingBackOperations
    from bothhats.operations.touch_imports import TouchImportOperations
    from bothhats.operations.touches import TouchOperations
    from bothhats.operations.views import ViewOperations
    from bothhats.storage.journal import Journal


class Workspace:
    """The file and the two doors to it: `reader` for queries, one property for each kind of operation.

    Opening brings an older file up to date. Raises FileMissing, NotALeadFile, FileTooNew, FileNotWritable. One that is
    read only has no second door.
    """

    def __init__(self, path: Path, *, is_read_only: bool = False) -> None:
        self.path = path
        self._is_read_only = is_read_only
        self._listeners: list[Callable[[ChangeSet], None]] = []
        if read_header(path).is_older:
            self.journal.connection.execute("SELECT 1")
        self.reader: sqlite3.Connection = open_read_only(path)

    @classmethod
    def create(cls, path: Path, settings: Mapping[str, str] = MappingProxyType({})) -> "Workspace":
        """Make a new file with these settings and open it. Raises FileNotWritable."""
        from bothhats.storage.database import create

        create(path, settings)
        return cls(path)

    def load_sample(self, story: dict[str, object], today: date) -> None:
        """Fill a new file with the sample business."""
        from bothhats.operations.sample import load_sample

        load_sample(self._db, self.journal, story, today)

    def listen(self, listener: Callable[[ChangeSet], None]) -> None:
        """Call `listener` after each commit, on the thread that committed."""
        self._listeners.append(listener)

    def close(self) -> None:
        """Let go of the file."""
        self.reader.close()
        journal = self.__dict__.pop("journal", None)
        if journal:
            journal.prune()
            journal.connection.close()

    @cached_property
    def journal(self) -> "Journal":
        """The one writer; opening it takes the file for writing. Raises FileNotWritable, FileLocked."""
        from bothhats.storage.database import open_for_writing
        from bothhats.storage.journal import Journal

        if self._is_read_only:
            raise FileNotWritable("Nothing in this copy can be changed.", "Restore the backup to work with it.")
        journal = Journal(open_for_writing(self.path))
        journal.listeners.append(self._tell)
        return journal

    @cached_property
    def _db(self) -> "Database":
        from sqlite_utils import Database

        return Database(self.journal.connection, execute_plugins=False)

    def hear(self, changes: ChangeSet) -> None:
        """Tell everybody of a step that another workspace, on a worker's thread, has committed to this file."""
        self._tell(changes)

    def _tell(self, changes: ChangeSet) -> None:
        for listener in list(self._listeners):
            listener(changes)

    @cached_property
    def leads(self) -> "LeadOperations":
        from bothhats.operations.leads import LeadOperations

        return LeadOperations(self._db, self.journal)

    @cached_property
    def touches(self) -> "TouchOperations":
        from bothhats.operations.touches import TouchOperations

        return TouchOperations(self._db, self.journal)

    @cached_property
    def follow_ups(self) -> "FollowUpOperations":
        from bothhats.operations.follow_ups import FollowUpOperations

        return FollowUpOperations(self._db, self.journal)

    @cached_property
    def objections(self) -> "ObjectionOperations":
        from bothhats.operations.objections import ObjectionOperations

        return ObjectionOperations(self._db, self.journal)

    @cached_property
    def claims(self) -> "ClaimOperations":
        from bothhats.operations.claims import ClaimOperations

        return ClaimOperations(self._db, self.journal)

    @cached_property
    def assets(self) -> "AssetOperations":
        from bothhats.operations.assets import AssetOperations

        return AssetOperations(self._db, self.journal)

    @cached_property
    def campaigns(self) -> "CampaignOperations":
        from bothhats.operations.campaigns import CampaignOperations

        return CampaignOperations(self._db, self.journal)

    @cached_property
    def definitions(self) -> "DefinitionOperations":
        from bothhats.operations.definitions import DefinitionOperations

        return DefinitionOperations(self._db, self.journal)

    @cached_property
    def lists(self) -> "ListOperations":
        from bothhats.operations.lists import ListOperations

        return ListOperations(self._db, self.journal)

    @cached_property
    def list_upkeep(self) -> "ListUpkeep":
        from bothhats.operations.list_upkeep import ListUpkeep

        return ListUpkeep(self._db, self.journal)

    @cached_property
    def goals(self) -> "GoalOperations":
        from bothhats.operations.goals import GoalOperations

        return GoalOperations(self._db, self.journal)

    @cached_property
    def settings(self) -> "SettingOperations":
        from bothhats.operations.settings import SettingOperations

        return SettingOperations(self._db, self.journal)

    @cached_property
    def reviews(self) -> "ReviewOperations":
        from bothhats.operations.reviews import ReviewOperations

        return ReviewOperations(self._db, self.journal)

    @cached_property
    def commitments(self) -> "CommitmentOperations":
        from bothhats.operations.commitments import CommitmentOperations

        return CommitmentOperations(self._db, self.journal)

    @cached_property
    def imports(self) -> "ImportOperations":
        from bothhats.operations.imports import ImportOperations

        return ImportOperations(self._db, self.journal)

    @cached_property
    def taking_back(self) -> "TakingBackOperations":
        from bothhats.operations.taking_back import TakingBackOperations

        return TakingBackOperations(self._db, self.journal)

    @cached_property
    def touch_imports(self) -> "TouchImportOperations":
        from bothhats.operations.touch_imports import TouchImportOperations

        return TouchImportOperations(self._db, self.journal)

    @cached_property
    def erasing(self) -> "ErasingOperations":
        from bothhats.operations.erasing import ErasingOperations

        return ErasingOperations(self._db, self.journal)

    @cached_property
    def views(self) -> "ViewOperations":
        from bothhats.operations.views import ViewOperations

        return ViewOperations(self._db, self.journal)

    @cached_property
    def merging(self) -> "MergingOperations":
        from bothhats.operations.merging import MergingOperations

        return MergingOperations(self._db, self.journal)
