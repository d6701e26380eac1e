package jp.tsunagu.compose.household;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagu.contract.calendar.Wareki;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Field;

/** つなぐシート as an agency's system exports them: several sheets in one CSV file. */
public final class SheetCsv {
  private SheetCsv() {}

  /** The file's text; the sheets are numbered from 1. */
  public static String write(List<Sheet> sheets) {
    var rows = new ArrayList<Map<String, String>>();
    for (var number = 1; number <= sheets.size(); number++) {
      rows.addAll(rows(sheets.get(number - 1), Integer.toString(number)));
    }
    var headings = new LinkedHashSet<String>();
    rows.forEach(row -> headings.addAll(row.keySet()));
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(headings);
      rows.forEach(row -> csv.writeRecord(cells(row, headings)));
    } catch (IOException exception) {
      throw new UncheckedIOException("writing text in memory", exception);
    }
    return text.toString();
  }

  private static List<String> cells(Map<String, String> row, LinkedHashSet<String> headings) {
    return headings.stream().map(heading -> row.getOrDefault(heading, "")).toList();
  }

  private static List<Map<String, String>> rows(Sheet sheet, String number) {
    var rows = new ArrayList<Map<String, String>>();
    rows.add(person(sheet, row(number, "本人")));
    sheet.household().persons().forEach(person -> rows.add(member(person, row(number, "世帯"))));
    rows.add(consent(sheet, row(number, "同意")));
    return rows;
  }

  private static Map<String, String> row(String number, String kind) {
    var row = new LinkedHashMap<String, String>();
    row.put("シート番号", number);
    row.put("区分", kind);
    return row;
  }

  private static Map<String, String> person(Sheet sheet, Map<String, String> row) {
    var household = sheet.household();
    var sending = sheet.sending();
    if (sending != null) {
      row.put("送付", "はい");
      var receiver = sending.receiver();
      row.put("紹介先", receiver == null ? "" : receiver.value());
    }
    consultation(household, row);
    row.put("紹介する理由", sheet.note());
    row.put("連絡文に個人の記載なし", "はい");
    var person = household.first();
    row.put("世帯員", "1");
    row.put("氏名", person.name());
    row.put("ふりがな", person.kana());
    row.put("性別", person.gender());
    row.put("生年月日", Wareki.format(person.birthDate()));
    row.put("住所", household.address());
    row.put("電話(自宅)", household.phone());
    household.situations().forEach(told -> row.put(told.column(), told.text()));
    row.put("お困りごと", troubles(household));
    row.put("根拠", "本人の同意");
    return row;
  }

  private static void consultation(Household household, Map<String, String> row) {
    row.put("分野", household.fields().stream().map(Field::label).collect(Collectors.joining("/")));
    row.put("圏域", household.area().value());
    row.put("緊急度", household.urgency().label());
    row.put("受付区分", "新規");
    row.put("世帯員数", Integer.toString(household.persons().size()));
    row.put("紹介元", household.introducedBy());
    row.put("担当者", "見本 担当");
    row.put("担当者の電話", "042-000-2000");
  }

  private static String troubles(Household household) {
    return household.situations().stream().map(Situation::trouble).collect(Collectors.joining("/"));
  }

  private static Map<String, String> member(Person person, Map<String, String> row) {
    row.put("世帯員", "1");
    row.put("根拠", "本人の同意");
    row.put("続柄", person.relation());
    row.put("年齢", Integer.toString(person.age()));
    return row;
  }

  private static Map<String, String> consent(Sheet sheet, Map<String, String> row) {
    row.put("世帯員", "1");
    row.put("同意の目的", "包括的相談支援");
    row.put("同意の範囲", String.join("、", ConsentScope.LABELS));
    row.put(
        "同意の相手", sheet.recipients().stream().map(AgencyId::value).collect(Collectors.joining("/")));
    row.put("同意の方法", "書面");
    row.put("同意日", Wareki.format(sheet.consentOn()));
    return row;
  }
}
