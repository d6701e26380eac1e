package jp.tsunagu.connector.folder;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.tsunagu.connector.form.JsonForm;
import jp.tsunagu.connector.sheet.CsvProblem;
import jp.tsunagu.connector.sheet.CsvReading;
import jp.tsunagu.connector.sheet.CsvReading.NumberedSheet;
import jp.tsunagu.connector.sheet.SheetReader;
import jp.tsunagu.connector.sheet.SheetReading;
import jp.tsunagu.connector.sheet.TsunaguSheet;

/** A JSON file with one sheet, told of in the same way as a CSV file. */
final class JsonSheets {

  private JsonSheets() {}

  static CsvReading read(byte[] content, SheetReader reader) {
    return switch (JsonForm.read(content)) {
      case JsonForm.Malformed broken ->
          new CsvReading.Unusable(
              List.of(
                  new CsvProblem(
                      broken.line(),
                      broken.column() + "文字目",
                      "JSONとして読めません。",
                      "UTF-8 の JSON オブジェクト { … } にしてください。")));
      case JsonForm.Readable(var root) ->
          switch (reader.read(root)) {
            case SheetReading.Usable(TsunaguSheet sheet) ->
                new CsvReading.Usable(
                    List.of(new NumberedSheet("", sheet)), StandardCharsets.UTF_8);
            case SheetReading.Unusable(var problems) ->
                new CsvReading.Unusable(
                    problems.stream()
                        .map(it -> new CsvProblem(0, it.field(), it.problem(), it.fix()))
                        .toList());
          };
    };
  }
}
