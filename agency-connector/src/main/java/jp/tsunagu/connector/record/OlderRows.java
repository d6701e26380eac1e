package jp.tsunagu.connector.record;

import java.sql.ResultSet;
import java.sql.SQLException;
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
    Optional<UUID> last = Optional.of(new UUID(0, 0));
    while (last.isPresent()) {
      UUID after = last.get();
      Lot lot = database.inTransaction(() -> fillInSome(database, after));
      filled += lot.filled();
      last = lot.last();
    }
    if (filled > 0) {
      LOG.info("{}: {} referrals of an earlier release were filled in", database.agency(), filled);
    }
  }

  /**
   * Some of them.
   *
   * @param filled fewer than were read where a leg is not in its case
   * @param last that was read; none after the end
   */
  private record Lot(int filled, Optional<UUID> last) {}

  /** A leg and what its case makes of it. */
  private record Read(UUID id, Optional<LegColumns> columns) {}

  private Lot fillInSome(AgencyDatabase database, UUID after) {
    List<Read> read =
        database
            .jdbc()
            .sql(
                """
                select r.referral_id, c.state from referral r
                join supported_case c on c.case_id = r.case_id
                where r.unopened is null and c.state is not null and r.referral_id > :after
                order by r.referral_id limit :limit
                """)
            .param("after", after)
            .param("limit", AT_ONCE)
            .query((row, _) -> read(database, row))
            .list();
    List<LegColumns> columns = read.stream().flatMap(one -> one.columns().stream()).toList();
    LegColumns.fill(database, columns);
    return new Lot(
        columns.size(), read.isEmpty() ? Optional.empty() : Optional.of(read.getLast().id()));
  }

  private Read read(AgencyDatabase database, ResultSet row) throws SQLException {
    UUID id = row.getObject("referral_id", UUID.class);
    CaseState state = projection.decode(row.getBytes("state"));
    return new Read(
        id,
        state
            .referral(new ReferralId(id))
            .map(leg -> LegColumns.of(database.agency(), state, leg)));
  }
}
