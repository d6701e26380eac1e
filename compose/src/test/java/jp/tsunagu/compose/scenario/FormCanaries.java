package jp.tsunagu.compose.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.dossier.BasisKind;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import jp.tsunagu.runtime.form.FormExample;
import jp.tsunagu.runtime.form.JsonForm;
import tools.jackson.databind.node.ObjectNode;

/** Forms of a case with every field filled in, each text a word that stands nowhere else. */
final class FormCanaries {

  private final Map<String, List<String>> words = new LinkedHashMap<>();

  /** Every text that was filled into forms of this id. */
  String[] of(String form) {
    return words.getOrDefault(form, List.of()).toArray(String[]::new);
  }

  /** Every text of all of them. */
  List<String> all() {
    return words.values().stream().flatMap(List::stream).toList();
  }

  /**
   * Every field of it; the item of a form of a meeting is an invented one. Nothing is excluded,
   * which would keep the rest from its reader.
   *
   * @param reader who alone is given it
   * @param basis on which all of it goes
   * @param day of everything
   */
  ObjectNode filled(CaseForm form, String reader, BasisKind basis, LocalDate day) {
    ObjectNode typed = JsonForm.MAPPER.valueToTree(FormExample.of(form.asked()).json());
    new Filling(form.id(), reader, day).fill(form.asked(), typed);
    typed.remove("exclusions");
    typed.withArray(CaseForm.READERS.name()).removeAll().add(reader);
    ObjectNode ground = (ObjectNode) typed.withArray(CaseForm.GROUNDS.name()).get(0);
    ground.put("basis", basis.name()).remove("statute");
    return typed;
  }

  private final class Filling {

    private final String id;
    private final String reader;
    private final LocalDate day;

    Filling(String id, String reader, LocalDate day) {
      this.id = id;
      this.reader = reader;
      this.day = day;
    }

    void fill(Form form, ObjectNode typed) {
      for (FormField<?> field : form.fields()) {
        switch (field.kind()) {
          case Kind.Text _ -> typed.put(field.name(), canary(id));
          case Kind.Day _ -> typed.put(field.name(), day.toString());
          case Kind.OneAgency _ -> typed.put(field.name(), reader);
          case Kind.SomeAgencies _ -> typed.putArray(field.name()).add(reader);
          case Kind.Rows(Form row, int _) ->
              fill(row, (ObjectNode) typed.path(field.name()).get(0));
          case Kind.Group(Form group, boolean _) ->
              fill(group, (ObjectNode) typed.path(field.name()));
          default -> {}
        }
      }
    }
  }

  private String canary(String form) {
    List<String> known = words.computeIfAbsent(form, _ -> new ArrayList<>());
    String word = "髙麗鶯" + Integer.toHexString(form.hashCode() & 0xfffff) + "の" + known.size() + "声";
    known.add(word);
    return word;
  }
}
