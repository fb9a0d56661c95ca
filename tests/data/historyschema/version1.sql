CREATE TABLE thread (id INTEGER PRIMARY KEY, peer TEXT NOT NULL, address TEXT NOT NULL, room TEXT NOT NULL, UNIQUE (peer, room));;
CREATE TABLE message (id INTEGER PRIMARY KEY, thread INTEGER NOT NULL REFERENCES thread (id), time INTEGER NOT NULL, kind INTEGER NOT NULL, outgoing INTEGER NOT NULL, sender TEXT NOT NULL, sender_name TEXT NOT NULL, text TEXT NOT NULL, format TEXT NOT NULL, delivery INTEGER NOT NULL, error TEXT NOT NULL);;
CREATE INDEX message_by_thread ON message (thread, time);;
INSERT INTO thread VALUES (1, 'ana@example.com', 'Ana@example.com', '');;
INSERT INTO message VALUES (1767600000000, 1, 1767600000000, 0, 0, 'Ana@example.com', 'Ana', 'Back from my holidays', 'FN=Segoe%20UI; EF=B; CO=ff; CS=0; PF=22', 0, '');;
INSERT INTO message VALUES (1767600005000, 1, 1767600005000, 1, 1, 'marta@example.com', 'Marta', '', '', 3, '{"code":"NobodyThere"}');;
PRAGMA user_version = 1;;
