package jp.tsunagu.gateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.Inquiry;
import jp.tsunagu.contract.lifecycle.InquiryUnable;
import jp.tsunagu.contract.wording.Coded;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "情報収集の依頼。尋ねた内容と回答は入らない")
record InquiryView(
    @Schema(description = "依頼した機関") NamedAgency askedBy,
    @Schema(description = "依頼先") NamedAgency agency,
    @Schema(description = "対象の世帯員") List<String> persons,
    @Schema(description = "回答期限") Instant respondBy,
    @Schema(description = "状態") Coded stage,
    @Schema(description = "期限を過ぎて、まだ回答がない") boolean overdue,
    @Schema(description = "回答できない理由。回答できないときだけ") @Nullable Coded unable) {

  static InquiryView of(Inquiry inquiry, Names names) {
    InquiryUnable unable = inquiry.unable();
    return new InquiryView(
        names.agency(inquiry.parties().sender()),
        names.agency(inquiry.parties().receiver()),
        inquiry.persons().stream().sorted().map(PersonRef::toString).toList(),
        inquiry.clock().respondBy(),
        Coded.of(inquiry.stage()),
        inquiry.isOverdue(),
        unable == null ? null : Coded.of(unable));
  }
}
