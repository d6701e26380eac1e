package jp.tsunagu.connector.dossier;

import jp.tsunagu.contract.dossier.Bytes;

/** What came of opening one part. */
public sealed interface PartOpening {

  /** Its content, UTF-8 JSON. */
  record Opened(Bytes content) implements PartOpening {}

  /** It is for this agency, but sealed to a key this agency has not any more. */
  record KeyLost() implements PartOpening {}

  /** It is sealed to others only: the record was misrouted or copied. */
  record NotForUs() implements PartOpening {}

  /** It says it is for this agency, but does not open in this place: moved, copied or changed. */
  record Foreign() implements PartOpening {}
}
