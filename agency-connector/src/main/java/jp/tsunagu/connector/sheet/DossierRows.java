package jp.tsunagu.connector.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.dossier.FileNote;
import jp.tsunagu.connector.file.FileType;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.runtime.form.JsonForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A held dossier as rows a person reads: part, person, label, content. */
public final class DossierRows {

  private static final Map<String, String> LABELS = labels();

  private DossierRows() {}

  /** One row. */
  public record Row(String part, @Nullable PersonRef person, String label, String value) {
    @Override
    public String toString() {
      return "Row[" + part + "]";
    }
  }

  /** The rows of what can be read; a part that cannot is one row with the reason. */
  public static List<Row> of(DossierView dossier) {
    List<Row> rows = new ArrayList<>();
    for (PartView part : dossier.parts()) {
      if (part.kind() == PartKind.SUBJECT_TOKEN) {
        continue;
      }
      switch (part.content()) {
        case PartView.Content.Open open ->
            add(rows, part, JsonForm.read(open.json().value().toByteArray()));
        case PartView.Content.Locked closed -> rows.add(row(part, "", closed.label()));
        case PartView.Content.Returned closed -> rows.add(row(part, "", closed.label()));
        case PartView.Content.Hidden closed -> rows.add(row(part, "", closed.label()));
        case PartView.Content.Coming closed -> rows.add(row(part, "", closed.label()));
        case PartView.Content.Erased closed -> rows.add(row(part, "", closed.label()));
        case PartView.Content.Unopenable closed -> rows.add(row(part, "", closed.label()));
      }
    }
    return rows;
  }

  private static void add(List<Row> rows, PartView part, JsonForm content) {
    if (!(content instanceof JsonForm.Readable(var root))) {
      return;
    }
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (FileNote.isHidden(field.getKey())) {
        continue;
      }
      String label = label(field.getKey());
      if (field.getKey().equals("rows")) {
        field.getValue().forEach(member -> rows.add(row(part, label, member(member))));
      } else {
        rows.add(row(part, label, text(field.getKey(), field.getValue())));
      }
    }
  }

  private static Row row(PartView part, String label, String value) {
    String about = part.about().isEmpty() ? "" : "(" + part.about() + ")";
    boolean isSettled = part.form().filter(SettledFields.SHEET::equals).isPresent();
    String title = isSettled ? "見通しと残る課題" : part.kind().label();
    return new Row(title + about, part.person().orElse(null), label, value);
  }

  private static String member(JsonNode member) {
    String age = member.has("age") ? " " + member.path("age").asString() + "歳" : "";
    return (member.path("relation").asString("") + age + " " + member.path("note").asString(""))
        .strip();
  }

  private static String text(String name, JsonNode value) {
    if (name.equals("troubles")) {
      List<String> labels = new ArrayList<>();
      value.forEach(code -> labels.add(trouble(code.asString(""))));
      return String.join("、", labels);
    }
    String text = value.isValueNode() ? value.asString("") : value.toString();
    if (name.equals(FileNote.TYPE)) {
      return FileType.of(text).map(FileType::label).orElse(text);
    }
    if (name.equals(FileNote.BYTES)) {
      return FileNote.size(value.asInt(0));
    }
    return name.equals(PersonField.GENDER.id()) ? gender(text) : text;
  }

  /** What a person calls this field of a part. */
  static String label(String name) {
    return LABELS.getOrDefault(name, name);
  }

  /** As a person reads it. */
  static String gender(String code) {
    return Gender.CHOICE.find(code).map(Gender::label).orElse(code);
  }

  private static String trouble(String code) {
    return Trouble.CHOICE.find(code).map(Trouble::label).orElse(code);
  }

  private static Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    for (PersonField field : PersonField.values()) {
      labels.put(field.id(), field.label());
    }
    labels.put("troubles", "お困りごと");
    labels.put("rows", "世帯構成");
    labels.put(PartContent.MEMBER_NOTE, "世帯構成の備考");
    labels.put("text", "連絡文");
    labels.put(SettledFields.PROSPECT.name(), SettledFields.PROSPECT.label());
    labels.put(SettledFields.REMAINS.name(), SettledFields.REMAINS.label());
    labels.put("phone", "電話");
    labels.put(FileNote.NAME, "ファイル名");
    labels.put(FileNote.TYPE, "種類");
    labels.put(FileNote.BYTES, "大きさ");
    return Map.copyOf(labels);
  }
}
