package jp.tsunagu.connector.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.dossier.FileId;
import jp.tsunagu.connector.dossier.FileStore;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.connector.file.FileDesk;
import jp.tsunagu.connector.file.FileFault;
import jp.tsunagu.connector.file.FileType;
import jp.tsunagu.connector.sheet.FileFields;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.form.Identifiers;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.site.PagePost;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Files that are added to a form while it is written: each is taken at once, and named in it. */
@Component
class AddedFiles {

  private static final String FILES = FileFields.FILES.name();

  private final FileDesk desk;
  private final FileStore files;
  private final Databases databases;

  AddedFiles(FileDesk desk, FileStore files, Databases databases) {
    this.desk = desk;
    this.files = files;
    this.databases = databases;
  }

  /** A form that may name files: one is added, or the form is answered as every other. */
  Object answer(
      AgencyId agency,
      PagePost post,
      ObjectNode typed,
      PagePost.Sending sending,
      PagePost.Showing page) {
    Optional<FieldProblem> wrong = taken(agency, post, typed);
    return wrong.isPresent()
        ? post.refused(typed, CommonProblem.ofFields(List.of(wrong.get())), page)
        : post.answer(typed, sending, page);
  }

  /**
   * Takes the file that is added, if one is; says what is wrong with it, or that it was left
   * behind.
   */
  Optional<FieldProblem> taken(AgencyId agency, PagePost post, ObjectNode typed) {
    return post.isAddingAFile() ? add(agency, post, typed) : leftBehind(post);
  }

  /** A file that was chosen, but not added before the form was sent. */
  static Optional<FieldProblem> leftBehind(PagePost post) {
    return post.leavesAFileBehind()
        ? Optional.of(
            new FieldProblem(FILES, "選んだファイルが、まだ加えられていません。", "もう一度選んで「このファイルを加える」を押してください。"))
        : Optional.empty();
  }

  /** Takes the file and names it in what was typed; says what is wrong where it is not taken. */
  Optional<FieldProblem> add(AgencyId agency, PagePost post, ObjectNode typed) {
    PagePost.Upload upload = post.upload();
    return switch (desk.take(agency, upload.name(), upload.content())) {
      case FileDesk.HandedIn.Kept kept -> {
        typed.withArray(FILES).addObject().put("file", kept.file().toString());
        yield Optional.empty();
      }
      case FileDesk.HandedIn.Refused(FileFault fault) ->
          Optional.of(new FieldProblem(FILES, fault.problem(), fault.fix()));
    };
  }

  /** What is told of the files that are named in what was typed. */
  Map<String, String> told(AgencyId agency, ObjectNode typed) {
    Set<FileId> named =
        typed
            .path(FILES)
            .valueStream()
            .map(row -> row.path("file").asString(""))
            .filter(Identifiers::isUuid)
            .map(id -> new FileId(UUID.fromString(id)))
            .collect(Collectors.toUnmodifiableSet());
    Map<String, String> told = new HashMap<>();
    files
        .notes(databases.of(agency), named)
        .forEach((file, note) -> told.put(file.toString(), FileType.words(note)));
    return told;
  }

  /** What is to travel, with what is known of its files. */
  OpenDossier noted(AgencyId agency, OpenDossier dossier) {
    return files.noted(databases.of(agency), dossier);
  }
}
