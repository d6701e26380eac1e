package jp.tsunagu.connector.sheet;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.form.Checking;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.TextOwner;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import tools.jackson.databind.node.ObjectNode;

/** What a つなぎ戻し says in words: of each person the prospect and what remains, on her own ground. */
public final class SettledFields {

  private static final int LONGEST = 2000;

  static final FormField<String> PROSPECT =
      FormField.text("prospect", "見通し", LONGEST).ownedBy(TextOwner.PERSON);
  static final FormField<String> REMAINS =
      FormField.text("remains", "残る課題", LONGEST).ownedBy(TextOwner.PERSON);
  private static final FormField<Bases> BASIS = Bases.BASIS.must();

  private static final Form ROW =
      Form.of(
              "tsunagu-settled",
              "見通しと残る課題",
              DossierFields.PERSON.must(),
              PROSPECT,
              REMAINS,
              BASIS,
              Bases.STATUTE)
          .checked(Bases::checkStatute)
          .checked(SettledFields::mustSaySomething);

  /** A row for each person. */
  public static final FormField<List<Filled>> ROWS =
      FormField.rows("settled", ROW, PersonRef.MOST).hint("世帯員ごとに書きます。つなぎ戻す機関だけが読みます。");

  static final FormRef SHEET = ROW.ref();

  private SettledFields() {}

  private static void mustSaySomething(Filled row, Checking at) {
    if (!row.has(PROSPECT) && !row.has(REMAINS)) {
      at.missing(PROSPECT, "見通しも残る課題も書かれていません。");
    }
  }

  /** What was filled in, for this agency: a part for each row. */
  public static List<OpenPart> parts(Filled form, AgencyId recipient) {
    return form.or(ROWS, List.of()).stream().map(row -> part(row, recipient)).toList();
  }

  private static OpenPart part(Filled row, AgencyId recipient) {
    PersonRef person = row.must(DossierFields.PERSON);
    ObjectNode content = PartContent.object();
    for (FormField<String> field : List.of(PROSPECT, REMAINS)) {
      String text = row.get(field);
      if (text != null) {
        content.put(field.name(), text);
      }
    }
    return new OpenPart(
        "note-" + person.number(),
        PartKind.NOTE,
        person,
        Set.of(DetailKind.CONSULTATION),
        Objects.requireNonNull(Bases.of(row)),
        Set.of(recipient),
        PartContent.bytes(content),
        SHEET);
  }
}
