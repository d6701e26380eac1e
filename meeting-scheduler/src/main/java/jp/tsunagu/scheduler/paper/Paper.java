package jp.tsunagu.scheduler.paper;

import java.time.Instant;

/** A paper that can be shown, printed and sent. The same values give the same bytes. */
public sealed interface Paper
    permits AgendaPaper, NoticePaper, ProgressLedgerPaper, AttendanceSheetPaper, PostListPaper {

  /** When it was issued; shown as a day in Asia/Tokyo, and the creation date of its PDF. */
  Instant issuedAt();

  /** What it is called, also outside of it: in a browser's tab, a reader's window, a subject. */
  String title();
}
