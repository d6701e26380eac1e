package jp.tsunagu.connector.dossier;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Rows;
import jp.tsunagu.contract.id.PersonRef;
import org.springframework.stereotype.Component;

/**
 * The files that are attached to the versions of forms (様式), whether they went to anybody or not.
 * Each lives as long as what the version tells of the person it is about.
 */
@Component
public final class FilesOfForms {

  private final Vault vault;

  FilesOfForms(Vault vault) {
    this.vault = vault;
  }

  /** One of them. */
  public record Attached(FileId file, PersonRef person, FileNote note) {}

  /**
   * Attaches files that were handed in, inside the transaction that keeps the version.
   *
   * @throws IllegalStateException where one of them is not there any more
   */
  public void attach(AgencyDatabase database, UUID version, Map<FileId, PersonRef> files) {
    if (files.isEmpty()) {
      return;
    }
    int attached =
        Rows.of(List.copyOf(files.entrySet()))
            .with("file_id", "uuid", Map.Entry::getKey)
            .with("person", "integer", file -> file.getValue().number())
            .in(
                database,
                """
                insert into case_form_file (version_id, file_id, person, note)
                select :version, s.file_id, r.person, s.note
                from {rows} join stored_file s on s.file_id = r.file_id
                """)
            .param("version", version)
            .update();
    if (attached < files.size()) {
      throw new IllegalStateException("a file was forgotten before the form it is attached to");
    }
  }

  /** Those of a version. */
  public List<Attached> of(AgencyDatabase database, UUID version) {
    return database
        .jdbc()
        .sql("select * from case_form_file where version_id = :version order by person, file_id")
        .param("version", version)
        .query(
            (row, _) -> {
              FileId file = new FileId(row.getObject("file_id", UUID.class));
              return new Attached(
                  file,
                  new PersonRef(row.getInt("person")),
                  FileNote.of(vault.reveal(FileStore.place(database, file), row.getBytes("note"))));
            })
        .list();
  }

  /** Nothing stays of what was attached about persons who were erased in these versions. */
  static void erase(AgencyDatabase database, Set<UUID> versions) {
    String[] erased =
        database
            .jdbc()
            .sql(
                """
                delete from case_form_file f using case_form_piece p
                where f.version_id = any(:versions::uuid[]) and p.version_id = f.version_id
                  and p.person = f.person and p.state = 'ERASED'
                returning f.file_id::text
                """)
            .param("versions", Columns.texts(versions))
            .query(String.class)
            .list()
            .toArray(String[]::new);
    if (erased.length > 0) {
      for (String rows :
          List.of(
              "delete from stored_file where file_id = any(:files::uuid[])",
              "delete from file_piece f where f.file_id = any(:files::uuid[]) and not exists"
                  + " (select 1 from dossier_part p where p.file_id = f.file_id)")) {
        database.jdbc().sql(rows).param("files", erased).update();
      }
    }
  }
}
