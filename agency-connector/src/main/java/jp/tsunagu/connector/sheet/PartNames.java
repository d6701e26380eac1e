package jp.tsunagu.connector.sheet;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.dossier.NamesInParts;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.person.NameKey;
import jp.tsunagu.runtime.form.JsonForm;
import org.springframework.stereotype.Component;

/** Names and readings as a sheet has them. */
@Component
final class PartNames implements NamesInParts {

  @Override
  public Set<String> keys(Bytes content) {
    return of(content)
        .flatMap(name -> NameKey.indexOf(name).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Those of a part that can be read, as they were typed. */
  static Stream<String> of(Bytes content) {
    return JsonForm.read(content.toByteArray()) instanceof JsonForm.Readable(var root)
        ? Stream.of(PersonField.NAME, PersonField.KANA)
            .map(field -> root.path(field.id()).asString(""))
            .filter(text -> !text.isEmpty())
        : Stream.empty();
  }
}
