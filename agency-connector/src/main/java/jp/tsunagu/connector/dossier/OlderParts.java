package jp.tsunagu.connector.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.database.OlderLots;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.DossierId;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Makes parts that an earlier release kept findable by name, before anything is asked for. */
@Component
final class OlderParts implements InitializingBean {

  private static final PartPlace BEFORE_ALL = new PartPlace(new DossierId(new UUID(0, 0)), "");

  private final Databases databases;
  private final HostedAgencies agencies;
  private final Vault vault;
  private final NameMarks marks;

  OlderParts(Databases databases, HostedAgencies agencies, Vault vault, NameMarks marks) {
    this.databases = databases;
    this.agencies = agencies;
    this.vault = vault;
    this.marks = marks;
  }

  /** Where a part stands among all. */
  private record PartPlace(DossierId dossierId, String name) {}

  @Override
  public void afterPropertiesSet() {
    agencies.all().stream().map(HostedAgency::id).map(databases::of).forEach(this::mark);
  }

  private void mark(AgencyDatabase database) {
    new OlderLots<PartPlace, DossierRows.Marked>(
            database,
            (after, most) -> read(database, after, most),
            parts -> DossierRows.mark(database, parts))
        .workThrough(BEFORE_ALL, "parts");
  }

  private List<OlderLots.Row<PartPlace, DossierRows.Marked>> read(
      AgencyDatabase database, PartPlace after, int most) {
    return database
        .jdbc()
        .sql(
            """
            select dossier_id, name, content from dossier_part
            where name_marks is null and content is not null
              and (dossier_id, name) > (:dossier, :name)
            order by dossier_id, name limit :most
            """)
        .param("dossier", after.dossierId().value())
        .param("name", after.name())
        .param("most", most)
        .query((row, _) -> read(database, row))
        .list();
  }

  private OlderLots.Row<PartPlace, DossierRows.Marked> read(AgencyDatabase database, ResultSet row)
      throws SQLException {
    DossierId id = new DossierId(row.getObject("dossier_id", UUID.class));
    String name = row.getString("name");
    byte[] hidden = row.getBytes("content");
    return OlderLots.Row.of(
        new PartPlace(id, name),
        () -> {
          Bytes content = vault.reveal(DossierStore.place(database, id, name), hidden);
          return Optional.of(
              new DossierRows.Marked(id, name, marks.of(database.agency(), content)));
        });
  }
}
