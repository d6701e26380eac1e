package jp.tsunagu.connector.record;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Fills in what rows of an earlier release lack, from the cases they stand in, before anything is
 * asked for. A start that is broken off goes on with the rest.
 */
@Component
public final class OlderRows implements InitializingBean {

  private static final Logger LOG = LoggerFactory.getLogger(OlderRows.class);
  private static final int AT_ONCE = 500;

  private final Databases databases;
  private final HostedAgencies agencies;
  private final Projection projection;

  OlderRows(Databases databases, HostedAgencies agencies, Projection projection) {
    this.databases = databases;
    this.agencies = agencies;
    this.projection = projection;
  }

  @Override
  public void afterPropertiesSet() {
    agencies.all().stream().map(HostedAgency::id).map(databases::of).forEach(this::fillIn);
  }

  private void fillIn(AgencyDatabase database) {
    int filled = 0;
    int last;
    do {
      last = database.inTransaction(() -> fillInSome(database));
      filled += last;
    } while (last > 0);
    if (filled > 0) {
      LOG.info("{}: {} referrals of an earlier release were filled in", database.agency(), filled);
    }
  }

  /** How many were filled in; none where what is left has no leg in its case. */
  private int fillInSome(AgencyDatabase database) {
    List<LegColumns> columns =
        database
            .jdbc()
            .sql(
                """
                select r.referral_id, c.state from referral r
                join supported_case c on c.case_id = r.case_id
                where r.unopened is null and c.state is not null limit :limit
                """)
            .param("limit", AT_ONCE)
            .query(
                (row, _) ->
                    columns(
                        database,
                        new ReferralId(row.getObject("referral_id", UUID.class)),
                        projection.decode(row.getBytes("state"))))
            .list()
            .stream()
            .flatMap(Optional::stream)
            .toList();
    LegColumns.fill(database, columns);
    return columns.size();
  }

  private static Optional<LegColumns> columns(
      AgencyDatabase database, ReferralId id, CaseState state) {
    return state.referral(id).map(leg -> LegColumns.of(database.agency(), state, leg));
  }
}
