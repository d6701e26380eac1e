package jp.tsunagu.connector.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.tsunagu.connector.file.FileDesk;
import jp.tsunagu.connector.file.FileFault;
import jp.tsunagu.connector.problem.ProblemKind;
import jp.tsunagu.connector.record.HeldFile;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A file as it is answered to who may read it, and has been written down for it. */
@Component
final class FileAnswers {

  private final FileDesk desk;

  FileAnswers(FileDesk desk) {
    this.desk = desk;
  }

  ResponseEntity<Object> of(AgencyId agency, HeldFile file) {
    return switch (desk.give(agency, file.file(), file.note())) {
      case FileDesk.HandedOut.Refused(FileFault fault) -> problem(fault).response();
      case FileDesk.HandedOut.Given given -> given(given);
    };
  }

  /** As a problem of the field. */
  static Problem problem(FileFault fault) {
    return switch (fault) {
      case TOO_LARGE -> CommonProblem.TOO_LARGE.saying(fault.problem() + fault.fix());
      case TOO_MANY_UNUSED -> ProblemKind.FILES_UNUSED.saying(fault.problem() + fault.fix());
      case BUSY, CLEANING_AWAY -> ProblemKind.CLEANING_AWAY.saying(fault.problem() + fault.fix());
      case MISSING, KIND_NOT_TAKEN, BROKEN, LOCKED_PDF, FILES_WITHIN, NOT_CLEANED ->
          CommonProblem.ofFields(List.of(new FieldProblem("file", fault.problem(), fault.fix())));
    };
  }

  /** Saved and never shown within a page, as what its content is and nothing else. */
  private static ResponseEntity<Object> given(FileDesk.HandedOut.Given file) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.type().mediaType()))
        .cacheControl(CacheControl.noStore())
        .header("X-Content-Type-Options", "nosniff")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(file.content());
  }
}
