/** Who may log in to the brokers of a network, and what each may do there. */
@NullMarked
package jp.tsunagu.gateway.admission;

import org.jspecify.annotations.NullMarked;
