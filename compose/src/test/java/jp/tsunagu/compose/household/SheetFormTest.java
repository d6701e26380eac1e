package jp.tsunagu.compose.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.connector.sheet.CsvReading;
import jp.tsunagu.connector.sheet.CsvSheets;
import jp.tsunagu.connector.sheet.SheetFields;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.runtime.form.FormReader;
import jp.tsunagu.runtime.form.FormReading;
import jp.tsunagu.runtime.form.JsonForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetFormTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
  private static final FormReader READER =
      new FormReader(NetworkDirectory.EMPTY, Instant.parse("2026-04-01T03:00:00Z"));

  @Test
  void the_connector_takes_every_invented_sheet_as_json() {
    assertThat(sheets())
        .allSatisfy(
            sheet ->
                assertThat(JsonForm.read(SheetJson.write(sheet).getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOfSatisfying(
                        JsonForm.Readable.class,
                        form ->
                            assertThat(READER.read(SheetFields.FORM, form.root()))
                                .isInstanceOf(FormReading.Usable.class)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-31j"})
  void the_connector_takes_a_csv_file_of_them_in_both_charsets(String charset) {
    var content = SheetCsv.write(sheets()).getBytes(Charset.forName(charset));
    var reading = new CsvSheets(READER).read(content);
    assertThat(reading)
        .isInstanceOfSatisfying(
            CsvReading.Usable.class, file -> assertThat(file.sheets()).hasSize(5));
  }

  @Test
  void the_canary_stands_in_every_sheet_and_every_way_of_writing_keeps_it() {
    assertThat(sheets())
        .allSatisfy(sheet -> assertThat(SheetJson.write(sheet)).contains(Households.CANARY));
    var charset = Charset.forName("windows-31j");
    assertThat(new String(Households.CANARY.getBytes(charset), charset))
        .isEqualTo(Households.CANARY);
  }

  private static List<Sheet> sheets() {
    var households = new Households(new Random(1), TODAY);
    return Stream.of(Field.values())
        .map(field -> households.next(List.of(field)))
        .map(
            household ->
                new Sheet(household, SampleCity.AGENCIES, TODAY, "相談します。", new Sheet.Sending(null)))
        .toList();
  }
}
