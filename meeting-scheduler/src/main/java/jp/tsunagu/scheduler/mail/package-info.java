/**
 * Notices as mails, one to each addressee, with PDF and calendar file: {@code
 * mailer.send(NoticeMail.order(…))}. Whoever has no mail address stands on a {@link
 * jp.tsunagu.scheduler.paper.PostListPaper} instead.
 */
@NullMarked
package jp.tsunagu.scheduler.mail;

import org.jspecify.annotations.NullMarked;
