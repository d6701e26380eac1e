package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * Who stays alongside from now on (主担当).
 *
 * @param person the person it is about; none means the whole household
 */
public record Lead(@Nullable PersonRef person, AgencyId agency) {}
