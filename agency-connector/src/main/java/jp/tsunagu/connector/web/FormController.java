package jp.tsunagu.connector.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.connector.command.CommandFile;
import jp.tsunagu.connector.command.CommandForm;
import jp.tsunagu.connector.command.CommandForms;
import jp.tsunagu.connector.command.Tools;
import jp.tsunagu.connector.sheet.CsvSheets;
import jp.tsunagu.connector.sheet.SheetFields;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.form.CsvLayout;
import jp.tsunagu.runtime.form.FormExample;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Templates of every form for the exchange folder, with this city's agencies and lists. */
@RestController
@RequestMapping("/agencies/{agencyId}/api/forms")
@Tag(name = "様式", description = "つなぐシートと回答の様式のひな形")
class FormController {

  private static final String SHEET = "sheet";
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final Tools tools;

  FormController(Tools tools) {
    this.tools = tools;
  }

  /** A form in the list. */
  record Listed(String name, String title, int version) {}

  @Gives(value = Listed.class, list = "forms")
  @GetMapping
  @Operation(summary = "様式の一覧", description = "name を /forms/{name}.json か .csv に入れるとひな形が得られます。")
  ResponseEntity<Object> all() {
    List<Listed> forms = new ArrayList<>();
    forms.add(listed(SHEET, SheetFields.FORM));
    CommandForms.all().forEach(form -> forms.add(listed(form.name(), form.form())));
    return Answers.ok(Map.of("forms", forms));
  }

  private static Listed listed(String name, Form form) {
    return new Listed(name, form.title(), form.ref().version());
  }

  @Gives(Object.class)
  @GetMapping("/{name}.json")
  @Operation(summary = "様式のひな形(JSON)")
  ResponseEntity<Object> json(@PathVariable String name) {
    if (name.equals(SHEET)) {
      return Answers.ok(example(SheetFields.FORM).json());
    }
    return find(name)
        .map(
            form -> {
              Map<String, Object> file = new LinkedHashMap<>();
              file.put(CommandFile.COMMAND, form.name());
              file.putAll(example(form.file()).json());
              return Answers.ok(file);
            })
        .orElseGet(Answers::missing);
  }

  @Gives(value = byte[].class, as = "text/csv")
  @GetMapping("/{name}.csv")
  @Operation(summary = "様式のひな形(CSV、UTF-8 BOM 付き)")
  ResponseEntity<Object> csv(@PathVariable String name) throws IOException {
    if (name.equals(SHEET)) {
      return csv(CsvSheets.headings(), List.of("1"), SheetFields.FORM);
    }
    Optional<CommandForm> form = find(name);
    return form.isEmpty()
        ? Answers.missing()
        : csv(
            CommandFile.headings(form.get()), List.of("1", form.get().title()), form.get().file());
  }

  private ResponseEntity<Object> csv(List<String> headings, List<String> before, Form form)
      throws IOException {
    StringWriter text = new StringWriter();
    text.write("\uFEFF");
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(headings);
      for (List<String> line : example(form).csv(CsvLayout.of(form))) {
        List<String> cells = new ArrayList<>(before);
        cells.addAll(line);
        csv.writeRecord(cells);
      }
    }
    return ResponseEntity.ok()
        .contentType(CSV)
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private FormExample example(Form form) {
    return FormExample.of(form, tools.directory().snapshot(), tools.draft().now());
  }

  private static Optional<CommandForm> find(String name) {
    return CommandForms.all().stream().filter(form -> form.name().equals(name)).findFirst();
  }
}
