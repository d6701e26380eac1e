package jp.tsunagu.connector.sheet;

import java.util.List;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * 世帯構成 as one person told it: relations and ages, no names. What is noted of a member (備考) is that
 * member's own and stands in that person's row.
 *
 * @param toldBy who told it; that person's basis is the ground for sharing it
 * @param basis the declared ground; there if shared
 */
public record HouseholdForm(
    PersonRef toldBy,
    boolean shared,
    @Nullable SharingBasis basis,
    Sensitive<List<HouseholdRow>> rows) {

  public HouseholdForm {
    rows = new Sensitive<>(List.copyOf(rows.value()));
  }

  /**
   * A member of the household.
   *
   * @param relation 続柄
   * @param age in years
   */
  public record HouseholdRow(String relation, @Nullable Integer age) {}
}
