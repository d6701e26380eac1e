package jp.tsunagu.scheduler.web;

import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.BodyId;

/** A meeting body (会議体) with its name. */
record NamedBody(BodyId id, String name) {

  static NamedBody of(BodyId id, NetworkDirectory directory) {
    return new NamedBody(id, directory.nameOf(id));
  }
}
