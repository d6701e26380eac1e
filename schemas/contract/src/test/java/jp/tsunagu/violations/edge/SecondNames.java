package jp.tsunagu.violations.edge;

import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.FormerName;

/** Names besides those of the directory. */
record SecondNames(DirectoryRecord record) {
  String name() {
    return record instanceof FormerName former ? former.name() : record.key();
  }
}
