package jp.tsunagu.connector.sheet;

import java.util.Set;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * 相談受付.
 *
 * @param persons how many persons the case names, at least the highest number of a person row
 * @param introducedBy code of 紹介元
 */
public record ConsultationForm(
    Set<Field> fields,
    AreaId area,
    Urgency urgency,
    ReceptionKind kind,
    int persons,
    @Nullable String introducedBy,
    @Nullable Protection protection) {

  public ConsultationForm {
    fields = Set.copyOf(fields);
  }
}
