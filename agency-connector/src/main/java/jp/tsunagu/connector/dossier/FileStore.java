package jp.tsunagu.connector.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Rows;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.FilePiece;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.message.Notice.PieceDelivered;
import org.springframework.stereotype.Component;

/**
 * The files of a hosted agency, sealed piece by piece. What is handed in lies here until it hangs
 * on a part of a dossier or on a form; from then on it lives as long as that ({@link DossierStore},
 * {@link FilesOfForms}).
 */
@Component
public final class FileStore {

  /** So long a file is kept that hangs on nothing: as long as the draft it may belong to. */
  public static final Duration UNUSED = Duration.ofDays(90);

  private final Vault vault;

  FileStore(Vault vault) {
    this.vault = vault;
  }

  private record Piece(FileId file, int number, Bytes content) {}

  /** A clean file that is handed in. */
  public record HandedIn(String name, String mediaType, byte[] content) {
    @Override
    public String toString() {
      return "HandedIn[" + mediaType + "]";
    }
  }

  /**
   * Keeps a file that was handed in.
   *
   * @param mostUnused how many may hang on nothing
   * @return empty where there are so many already; nothing is kept then
   */
  public Optional<FileId> keep(
      AgencyDatabase database, HandedIn file, int mostUnused, Instant now) {
    FileSeal.Sealed sealed = FileSeal.seal(file.name(), file.mediaType(), file.content());
    FileId id = new FileId(UUID.randomUUID());
    byte[] hidden = vault.hide(place(database, id), sealed.note().json());
    List<Piece> pieces =
        IntStream.range(0, sealed.pieces().size())
            .mapToObj(place -> new Piece(id, place + 1, sealed.pieces().get(place)))
            .toList();
    return database.inTransaction(
        () -> {
          if (unused(database) >= mostUnused) {
            return Optional.empty();
          }
          database
              .jdbc()
              .sql("insert into stored_file (file_id, note, stored_at) values (:id, :note, :now)")
              .param("id", id.value())
              .param("note", hidden)
              .param("now", Columns.at(now))
              .update();
          Rows.of(pieces)
              .with("file_id", "uuid", Piece::file)
              .with("number", "integer", Piece::number)
              .bytes("content", piece -> piece.content().toByteArray())
              .in(
                  database,
                  """
                  insert into file_piece (file_id, number, content)
                  select r.file_id, r.number, r.content from {rows}
                  """)
              .update();
          return Optional.of(id);
        });
  }

  /**
   * How many hang on nothing; nobody adds one before the transaction that is running ends, so that
   * several at once do not pass the bound together.
   */
  private static int unused(AgencyDatabase database) {
    database
        .jdbc()
        .sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
        .param("name", "files/" + database.agency())
        .query(row -> {});
    return database
        .jdbc()
        .sql(
            """
            select count(*) from stored_file s
            where not exists (select 1 from dossier_part p where p.file_id = s.file_id)
              and not exists (select 1 from case_form_file c where c.file_id = s.file_id)
            """)
        .query(Integer.class)
        .single();
  }

  /** What is known of those of these files that were handed in here. */
  public Map<FileId, FileNote> notes(AgencyDatabase database, Set<FileId> files) {
    Map<FileId, FileNote> notes = new HashMap<>();
    if (files.isEmpty()) {
      return notes;
    }
    database
        .jdbc()
        .sql("select file_id, note from stored_file where file_id = any(:ids::uuid[])")
        .param("ids", Columns.texts(files))
        .query(
            row -> {
              FileId id = new FileId(row.getObject("file_id", UUID.class));
              Bytes json = vault.reveal(place(database, id), row.getBytes("note"));
              notes.put(id, FileNote.of(json));
            });
    return notes;
  }

  /** The dossier with what is known of the files that are handed in with it, for a preview. */
  public OpenDossier noted(AgencyDatabase database, OpenDossier dossier) {
    Map<FileId, FileNote> known =
        notes(database, FileParts.handedIn(dossier).collect(Collectors.toUnmodifiableSet()));
    return new OpenDossier(
        dossier.dossierId(),
        dossier.parts().stream().map(part -> FileParts.noted(part, known)).toList());
  }

  /** The whole file; empty while a piece of it is on its way, or where one does not open. */
  public Optional<byte[]> open(AgencyDatabase database, FileId file, FileNote note) {
    List<Bytes> pieces =
        database
            .jdbc()
            .sql("select content from file_piece where file_id = :id order by number")
            .param("id", file.value())
            .query((row, _) -> Bytes.copyOf(row.getBytes("content")))
            .list();
    return FileSeal.open(note, pieces);
  }

  /** Those of these of which every piece is there. */
  public Set<FileId> whole(AgencyDatabase database, Map<FileId, Integer> pieces) {
    if (pieces.isEmpty()) {
      return Set.of();
    }
    return database
        .jdbc()
        .sql(
            """
            select file_id, count(*) as pieces from file_piece
            where file_id = any(:ids::uuid[]) group by file_id
            """)
        .param("ids", Columns.texts(pieces.keySet()))
        .query(
            (row, _) ->
                Map.entry(new FileId(row.getObject("file_id", UUID.class)), row.getInt("pieces")))
        .list()
        .stream()
        .filter(found -> found.getValue().equals(pieces.get(found.getKey())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Keeps what came; of what hangs on no part that is held, or on an erased one, nothing. */
  public void keep(AgencyDatabase database, List<PieceDelivered> delivered) {
    if (delivered.isEmpty()) {
      return;
    }
    Rows.of(delivered)
        .with("dossier_id", "uuid", PieceDelivered::dossierId)
        .with("part", "text", PieceDelivered::part)
        .with("number", "integer", PieceDelivered::number)
        .bytes("content", piece -> piece.ciphertext().toByteArray())
        .in(
            database,
            """
            insert into file_piece (file_id, number, content)
            select p.file_id, r.number, r.content
            from {rows} join dossier_part p on p.dossier_id = r.dossier_id and p.name = r.part
            where p.file_id is not null and p.state <> 'ERASED'
            on conflict do nothing
            """)
        .update();
  }

  /** What is to be sent of the files that travelled with these commands, by their outbox ids. */
  public List<FilePiece> toSend(AgencyDatabase database, List<Long> outboxIds) {
    return database
        .jdbc()
        .sql(
            """
            select o.case_id, t.dossier_id, t.name, t.recipients, f.number
            from outbox o join outbox_part t on t.outbox_id = o.id
            join dossier_part p on p.dossier_id = t.dossier_id and p.name = t.name
            join file_piece f on f.file_id = p.file_id
            where o.id = any(:ids::bigint[]) and p.state = 'OPEN'
            order by o.id, t.name, f.number
            """)
        .param("ids", outboxIds.toArray(Long[]::new))
        .query(
            (row, _) ->
                new FilePiece(
                    new CaseId(row.getObject("case_id", UUID.class)),
                    new DossierId(row.getObject("dossier_id", UUID.class)),
                    row.getString("name"),
                    Columns.texts(row, "recipients").stream()
                        .map(AgencyId::new)
                        .collect(Collectors.toUnmodifiableSet()),
                    row.getInt("number"),
                    HeldPart.NOTHING))
        .list();
  }

  /** A piece with what it holds; with nothing where its part cannot be read here any more. */
  public FilePiece filled(AgencyDatabase database, FilePiece piece) {
    return database
        .jdbc()
        .sql(
            """
            select f.content from dossier_part p join file_piece f on f.file_id = p.file_id
            where p.dossier_id = :dossier and p.name = :part and p.state = 'OPEN'
              and f.number = :number
            """)
        .param("dossier", piece.dossierId().value())
        .param("part", piece.part())
        .param("number", piece.number())
        .query((row, _) -> piece.holding(Bytes.copyOf(row.getBytes("content"))))
        .optional()
        .orElse(piece);
  }

  /** Nothing stays of files whose last part was erased. */
  static void erase(AgencyDatabase database, Set<UUID> dossiers) {
    database
        .jdbc()
        .sql(
            """
            delete from file_piece f using dossier_part p
            where p.dossier_id = any(:dossiers::uuid[]) and p.file_id = f.file_id
              and not exists (
                select 1 from dossier_part other
                where other.file_id = f.file_id and other.state <> 'ERASED')
            """)
        .param("dossiers", Columns.texts(dossiers))
        .update();
  }

  /** Deletes what hangs on nothing and is old; gives how many files. */
  public int forgetOld(AgencyDatabase database, Instant now) {
    return database.inTransaction(
        () -> {
          int old =
              database
                  .jdbc()
                  .sql("delete from stored_file where stored_at < :before")
                  .param("before", Columns.at(now.minus(UNUSED)))
                  .update();
          if (old > 0) {
            database
                .jdbc()
                .sql(
                    """
                    delete from file_piece f
                    where not exists (select 1 from stored_file s where s.file_id = f.file_id)
                      and not exists (select 1 from dossier_part p where p.file_id = f.file_id)
                      and not exists (select 1 from case_form_file c where c.file_id = f.file_id)
                    """)
                .update();
          }
          return old;
        });
  }

  static String place(AgencyDatabase database, FileId file) {
    return "file/" + database.agency() + "/" + file;
  }
}
