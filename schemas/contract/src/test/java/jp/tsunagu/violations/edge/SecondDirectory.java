package jp.tsunagu.violations.edge;

import jp.tsunagu.contract.directory.DirectoryRecord.SchemaEntry;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;

/** A second reader and a second follower of the directory. */
record SecondDirectory(Topics topics, Codec codec) {
  String followed() {
    return topics.directory().name();
  }

  boolean take(SchemaEntry entry) {
    return codec.learn(entry);
  }
}
