package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import jp.tsunagu.connector.dossier.FileId;
import jp.tsunagu.connector.file.FileDesk;
import jp.tsunagu.connector.file.FileFault;
import jp.tsunagu.connector.file.FileType;
import jp.tsunagu.connector.problem.ProblemKind;
import jp.tsunagu.connector.record.HeldFile;
import jp.tsunagu.connector.sheet.ShownFiles;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.form.Identifiers;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes files that are to travel, and gives those that came. */
@RestController
@RequestMapping("/agencies/{agencyId}/api")
@Tag(name = "添付ファイル", description = "つなぐシート・回答・様式に付けるファイル(PDF・PNG・JPEG)")
class FileController {

  private final FileDesk desk;
  private final ShownFiles shown;
  private final FileAnswers answers;

  FileController(FileDesk desk, ShownFiles shown, FileAnswers answers) {
    this.answers = answers;
    this.desk = desk;
    this.shown = shown;
  }

  /** A file that was taken. */
  @Schema(name = "StoredFile", description = "登録したファイル")
  record Stored(
      @Schema(description = "files の file に書く番号") UUID file,
      @Schema(description = "ファイル名") String name,
      @Schema(description = "中身で確かめた種類") String mediaType,
      @Schema(description = "取り除いたあとの大きさ(バイト)") int bytes) {

    @Override
    public String toString() {
      return "Stored[" + file + "]";
    }
  }

  @Gives(value = Stored.class, status = 201, description = "登録しました")
  @PostMapping(path = "/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(
      summary = "添付するファイルを登録する",
      description =
          "multipart/form-data の file に入れます。PDF・PNG・JPEG を中身で確かめます。1つ5MBまで。"
              + "撮影場所・作成者などの記録は取り除きます。答えの file を、つなぐシート・回答・様式の files に書くと付きます。"
              + "使われなかったファイルは90日で消えます。Idempotency-Key は要りません。")
  ResponseEntity<Object> take(HttpServletRequest request, @RequestPart("file") MultipartFile file)
      throws IOException {
    AgencyId agency = ActingAgency.of(request);
    String name = file.getOriginalFilename();
    return switch (desk.take(agency, name == null ? "" : name, file.getBytes())) {
      case FileDesk.HandedIn.Kept(FileId id, String called, FileType type, int bytes) ->
          ResponseEntity.status(201).body(new Stored(id.value(), called, type.mediaType(), bytes));
      case FileDesk.HandedIn.Refused(FileFault fault) -> FileAnswers.problem(fault).response();
    };
  }

  @Gives(value = byte[].class, as = "application/octet-stream", description = "ファイル")
  @GetMapping("/dossiers/{dossierId}/files/{part}")
  @Operation(
      summary = "書類に付いたファイルを受け取る",
      description = "書類の欄(kind が FILE)の名前で指定します。その欄を読める人とシステムだけが受け取れ、受け取ったことは閲覧の記録に残ります。")
  ResponseEntity<Object> give(
      HttpServletRequest request, @PathVariable String dossierId, @PathVariable String part) {
    if (!Identifiers.isUuid(dossierId)) {
      return Answers.missing();
    }
    AgencyId agency = ActingAgency.of(request);
    return switch (shown.find(
        agency, DossierId.of(dossierId), part, Readers.byInterface(request))) {
      case ShownFiles.Shown.Missing _ -> Answers.missing();
      case ShownFiles.Shown.Coming _ -> ProblemKind.FILE_COMING.problem().response();
      case ShownFiles.Shown.Open(HeldFile file) -> answers.of(agency, file);
    };
  }
}
