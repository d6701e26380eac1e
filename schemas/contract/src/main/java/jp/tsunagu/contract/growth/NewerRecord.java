package jp.tsunagu.contract.growth;

import jp.tsunagu.contract.dossier.Bytes;

/**
 * A whole record of a kind that this program does not know, written by a newer one and announced in
 * the directory. It is kept and passed on as the bytes it came in, shown, and changes nothing.
 */
public interface NewerRecord {
  /** What a person reads in place of what such a record says. */
  String NEW_LABEL = "新しい種類の記録(更新が必要)";

  /** The full name of the record, as its schema says it. */
  String recordName();

  /** The record as it came, frame included; empty where it is withheld. */
  Bytes bytes();

  /** The record's name without its namespace. */
  default String kind() {
    return recordName().substring(recordName().lastIndexOf('.') + 1);
  }

  /** The kind of any record that travels, such as {@code ReferralSent}. */
  static String kindOf(Object record) {
    return record instanceof NewerRecord newer ? newer.kind() : record.getClass().getSimpleName();
  }
}
