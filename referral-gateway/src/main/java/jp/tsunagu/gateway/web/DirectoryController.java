package jp.tsunagu.gateway.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jp.tsunagu.contract.wording.DirectoryView;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "名簿", description = "参加機関と、選べるコード")
@RestController
final class DirectoryController {

  private final ReadDesk desk;

  DirectoryController(ReadDesk desk) {
    this.desk = desk;
  }

  @Operation(summary = "参加機関・圏域・理由などの一覧")
  @Gives(value = DirectoryView.class, description = "名簿")
  @GetMapping(path = "/api/directory", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> directory(Caller caller) {
    return desk.read(
        caller,
        reading ->
            desk.tagged(DirectoryView.of(reading.names().directory(), reading.names().settings())));
  }
}
