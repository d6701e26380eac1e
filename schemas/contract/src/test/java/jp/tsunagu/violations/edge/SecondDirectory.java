package jp.tsunagu.violations.edge;

import jp.tsunagu.contract.directory.DirectoryRecord.SchemaEntry;
import jp.tsunagu.contract.wire.Codec;

/** A second reader of the directory. */
record SecondDirectory(Codec codec) {
  boolean take(SchemaEntry entry) {
    return codec.learn(entry);
  }
}
