package jp.tsunagu.connector.sheet;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.person.Identity;
import jp.tsunagu.runtime.form.JsonForm;

/** What tells who the persons of a sheet are. */
final class Identities {

  private Identities() {}

  /** As it was typed in the rows of a form. */
  static List<Identity> of(Filled form) {
    List<Identity> identities = new ArrayList<>();
    List<Filled> rows = form.or(DossierFields.PERSONS, List.of());
    for (int i = 0; i < rows.size(); i++) {
      PersonRef person = DossierFields.person(rows.get(i), i + 1);
      for (PersonField field : PersonField.values()) {
        String text = field.text(rows.get(i));
        if (text != null) {
          field.identity().ifPresent(kind -> identities.add(new Identity(person, kind, text)));
        }
      }
    }
    return identities;
  }

  /** As this agency can read it in what it sent and received. */
  static List<Identity> of(List<DossierView> dossiers) {
    return dossiers.stream()
        .flatMap(dossier -> dossier.parts().stream())
        .flatMap(part -> of(part).stream())
        .distinct()
        .toList();
  }

  private static List<Identity> of(PartView part) {
    List<Identity> identities = new ArrayList<>();
    if (part.person().isPresent()
        && part.content() instanceof PartView.Content.Open(var json)
        && JsonForm.read(json.value().toByteArray()) instanceof JsonForm.Readable(var root)) {
      for (PersonField field : PersonField.values()) {
        String text = root.path(field.id()).asString("");
        if (!text.isEmpty()) {
          field
              .identity()
              .ifPresent(kind -> identities.add(new Identity(part.person().get(), kind, text)));
        }
      }
    }
    return identities;
  }
}
