package jp.tsunagu.connector.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A column of the CSV form and where its cells go.
 *
 * @param label the heading, as it stands in the first line
 * @param path of the JSON field, below the object of the row's kind
 * @param shape how a cell is read
 */
record CsvColumn(String label, String path, Shape shape) {

  static final String SHEET = "シート番号";
  static final String KIND = "区分";

  /** How a cell is read. */
  enum Shape {
    TEXT,
    /** Several values, separated by {@code /}, {@code ;} or {@code 、}. */
    LIST,
    /** はい or いいえ. */
    YES,
    /** Several {@code 内容:機関}. */
    EXCLUSIONS
  }

  /** Columns of the sheet itself; written once per sheet, in any of its rows. */
  static final List<CsvColumn> OF_SHEET =
      List.of(
          text("受付日時", "occurredAt"),
          text("電話日時", "phonedAt"),
          text("代行入力の相手", "onBehalfOf"),
          list("分野", "consultation.fields"),
          text("圏域", "consultation.area"),
          text("緊急度", "consultation.urgency"),
          text("受付区分", "consultation.reception"),
          text("世帯員数", "consultation.persons"),
          text("紹介元", "consultation.introducedBy"),
          text("保護の期限", "consultation.protection.until"),
          list("所在を知ってよい機関", "consultation.protection.named"),
          list("知らせない機関", "consultation.protection.excluded"),
          text("紹介先", "referral.receiver"),
          text("つなぎの種類", "referral.mode"),
          text("紹介する理由", "note"),
          text("担当者", "staff.name"),
          text("担当者の電話", "staff.phone"));

  /** Columns of a 本人 row. */
  static final List<CsvColumn> OF_PERSON =
      Stream.concat(
              Stream.of(text("世帯員", "person")),
              Stream.concat(
                  Stream.of(PersonField.values()).map(field -> text(field.label(), field.id())),
                  Stream.of(
                      list("お困りごと", "troubles"),
                      text("根拠", "basis"),
                      text("根拠法令", "statute"),
                      new CsvColumn("共有", "share", Shape.YES),
                      list("外す内容", "omit"))))
          .toList();

  /** Columns of a 世帯 row about the household as a whole; the first row that has them counts. */
  static final List<CsvColumn> OF_HOUSEHOLD =
      List.of(
          text("世帯員", "toldBy"),
          text("根拠", "basis"),
          text("根拠法令", "statute"),
          new CsvColumn("共有", "share", Shape.YES));

  /** Columns of a 世帯 row about one member. */
  static final List<CsvColumn> OF_MEMBER =
      List.of(text("続柄", "relation"), text("年齢", "age"), text("備考", "note"));

  /** Columns of a 同意 row. */
  static final List<CsvColumn> OF_CONSENT =
      List.of(
          text("世帯員", "person"),
          text("同意の目的", "purpose"),
          list("同意の範囲", "scope"),
          list("同意の相手", "recipients"),
          new CsvColumn("同意の除外", "exclusions", Shape.EXCLUSIONS),
          text("同意の方法", "method"),
          text("同意日", "givenOn"),
          text("同意の期限", "expiresOn"));

  /** Every heading there is, in the order of the form. */
  static List<String> headings() {
    List<String> headings = new ArrayList<>(List.of(SHEET, KIND, "送付"));
    Stream.of(OF_SHEET, OF_PERSON, OF_MEMBER, OF_CONSENT)
        .flatMap(List::stream)
        .map(CsvColumn::label)
        .filter(label -> !headings.contains(label))
        .forEach(headings::add);
    return headings.stream().distinct().toList();
  }

  private static CsvColumn text(String label, String path) {
    return new CsvColumn(label, path, Shape.TEXT);
  }

  private static CsvColumn list(String label, String path) {
    return new CsvColumn(label, path, Shape.LIST);
  }
}
