package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.lifecycle.PaperEvent.PaperOpened;
import jp.tsunagu.contract.lifecycle.PaperEvent.PapersCalledBack;
import jp.tsunagu.contract.lifecycle.PaperEvent.PapersHandedOut;

/** The events of papers for meetings in a protected case, as everybody may see them. */
final class GeneralPapers {

  private GeneralPapers() {}

  static PaperEvent of(PaperEvent event, Withholding withholding) {
    EventHeader header = withholding.header(event.header());
    return switch (event) {
      case PapersHandedOut handedOut ->
          new PapersHandedOut(
              header,
              handedOut.item(),
              handedOut.form(),
              handedOut.sheetVersion(),
              handedOut.copies().stream()
                  .map(
                      copy ->
                          new PaperCopy(
                              copy.number(), withholding.agency(copy.agency()), copy.onPaper()))
                  .toList(),
              withholding.outline(handedOut.dossier()));
      case PaperOpened opened -> new PaperOpened(header, opened.number());
      case PapersCalledBack back -> new PapersCalledBack(header, back.numbers());
    };
  }
}
