/** Monthly agendas of 支援会議 and 重層的支援会議, and everything around a meeting. */
@NullMarked
package jp.tsunagu.scheduler;

import org.jspecify.annotations.NullMarked;
