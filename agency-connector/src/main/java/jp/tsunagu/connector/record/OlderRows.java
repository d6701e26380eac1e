package jp.tsunagu.connector.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.database.OlderLots;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseState;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Fills in what rows of an earlier release lack, from the cases they stand in. */
@Component
public final class OlderRows implements InitializingBean {

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
    new OlderLots<UUID, LegColumns>(
            database,
            (after, most) -> read(database, after, most),
            columns -> LegColumns.fill(database, columns))
        .workThrough(new UUID(0, 0), "referrals");
  }

  private List<OlderLots.Row<UUID, LegColumns>> read(
      AgencyDatabase database, UUID after, int most) {
    return database
        .jdbc()
        .sql(
            """
            select r.referral_id, c.state from referral r
            join supported_case c on c.case_id = r.case_id
            where r.unopened is null and c.state is not null and r.referral_id > :after
            order by r.referral_id limit :most
            """)
        .param("after", after)
        .param("most", most)
        .query((row, _) -> read(database, row))
        .list();
  }

  private OlderLots.Row<UUID, LegColumns> read(AgencyDatabase database, ResultSet row)
      throws SQLException {
    UUID id = row.getObject("referral_id", UUID.class);
    byte[] stored = row.getBytes("state");
    return OlderLots.Row.of(
        id,
        () -> {
          CaseState state = projection.decode(stored);
          return state
              .referral(new ReferralId(id))
              .map(leg -> LegColumns.of(database.agency(), state, leg));
        });
  }
}
