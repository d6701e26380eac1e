/** The edge to HTTP: how large a body may be, and what Tomcat refuses before any code of ours. */
@NullMarked
package jp.tsunagu.runtime.edge;

import org.jspecify.annotations.NullMarked;
