package org.diestra.office.contacts;

import org.diestra.office.workspaces.WorkspaceId;

/**
 * A workspace's contact book, as somebody may see it at this moment.
 *
 * @param name the client's
 * @param change the number of its last change; 0 where nothing was ever in it
 */
public record Book(WorkspaceId workspace, String name, Reach reach, long change, int cards) {}
