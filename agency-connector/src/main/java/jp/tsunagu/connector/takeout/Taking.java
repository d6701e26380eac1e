package jp.tsunagu.connector.takeout;

import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.CurrentPerson;
import org.jspecify.annotations.Nullable;

/**
 * Who takes out what is whose.
 *
 * @param reader who stands in the access log
 * @param person who stands on the papers
 */
public record Taking(AgencyId agency, Reader reader, @Nullable CurrentPerson person) {}
