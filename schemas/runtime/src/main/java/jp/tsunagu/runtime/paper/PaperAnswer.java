package jp.tsunagu.runtime.paper;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A paper as an answer: a browser shows it, and no copy stays on the way. */
public final class PaperAnswer {

  private PaperAnswer() {}

  /** A PDF under this title. */
  public static ResponseEntity<Object> pdf(String title, byte[] content) {
    return file(MediaType.APPLICATION_PDF, title + ".pdf", content);
  }

  /** A file under this name, in any script. */
  public static ResponseEntity<Object> file(MediaType type, String name, byte[] content) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name, StandardCharsets.UTF_8).build().toString())
        .body(content);
  }
}
