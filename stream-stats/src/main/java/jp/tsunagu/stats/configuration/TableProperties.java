package jp.tsunagu.stats.configuration;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.directory.Programme;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.stats.directory.Choices;
import jp.tsunagu.stats.table.CountingRules.FieldsCounted;
import jp.tsunagu.stats.table.CountingRules.ReopenedAs;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a city counts where the documents leave it open ({@code tsunagu.tables.*}). A change takes
 * effect with the next start; nothing is counted anew.
 *
 * @param countedAgencies whose consultations 相談の種類 counts; empty means those that network.yaml
 *     names (countsConsultations), else the desk (e.g. {@code hokatsu})
 * @param fields which fields decide the row
 * @param reopened how a case counts that comes back after its end
 * @param windows 総合相談窓口 whose consultations are counted by 紹介元; empty means the desk (e.g. {@code
 *     hokatsu})
 * @param programmes which of 第1号 to 第4号 an agency carries out, by its id; empty means what
 *     network.yaml says
 * @param notCountedInMeetings agencies that do not count as participants, such as the organiser
 *     (e.g. {@code desk})
 */
@ConfigurationProperties("tsunagu.tables")
public record TableProperties(
    @Nullable Set<String> countedAgencies,
    @DefaultValue("AT_RECEPTION") FieldsCounted fields,
    @DefaultValue("REOPENED") ReopenedAs reopened,
    @Nullable Set<String> windows,
    @Nullable Map<String, Programme> programmes,
    @Nullable Set<String> notCountedInMeetings) {

  /** The choices with ids in place of texts; fails on what cannot be an agency id. */
  public Choices choices() {
    Map<AgencyId, Programme> byAgency = new HashMap<>();
    if (programmes != null) {
      programmes.forEach((id, programme) -> byAgency.put(new AgencyId(id), programme));
    }
    return new Choices(
        agencies(countedAgencies),
        fields,
        reopened,
        agencies(windows),
        byAgency,
        agencies(notCountedInMeetings));
  }

  private static Set<AgencyId> agencies(@Nullable Collection<String> ids) {
    return ids == null
        ? Set.of()
        : ids.stream().map(AgencyId::new).collect(Collectors.toUnmodifiableSet());
  }
}
