package jp.tsunagu.connector.sheet;

import java.util.Map;
import java.util.Set;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * A person row of a sheet.
 *
 * @param shared whether the person's details are to travel; {@code false} is 「この人の欄を外して送る」
 * @param basis the declared ground; there if shared
 * @param omitted kinds of details that stay behind although the person is shared
 * @param values what was filled in, as it was typed; the birth date as an ISO date
 * @param troubles お困りごと
 * @param memberNote 備考 of this person in 世帯構成
 */
public record PersonForm(
    PersonRef person,
    boolean shared,
    @Nullable SharingBasis basis,
    Set<DetailKind> omitted,
    Sensitive<Map<PersonField, String>> values,
    Sensitive<Set<Trouble>> troubles,
    @Nullable Sensitive<String> memberNote) {

  public PersonForm {
    omitted = Set.copyOf(omitted);
    values = new Sensitive<>(Map.copyOf(values.value()));
    troubles = new Sensitive<>(Set.copyOf(troubles.value()));
  }
}
