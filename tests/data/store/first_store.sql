-- The tables of the first release, version 1, as an older store still has them.
CREATE TABLE state (store VARCHAR NOT NULL PRIMARY KEY, generation INTEGER NOT NULL);
CREATE TABLE article (
    id VARCHAR NOT NULL PRIMARY KEY, sha256 VARCHAR NOT NULL, text TEXT NOT NULL, language VARCHAR NOT NULL,
    title TEXT, publisher TEXT, url TEXT, published VARCHAR, published_basis TEXT);
CREATE TABLE reading (
    article VARCHAR NOT NULL PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    sha256 VARCHAR NOT NULL, reader VARCHAR NOT NULL, read_at VARCHAR NOT NULL, seconds FLOAT NOT NULL,
    mentions INTEGER NOT NULL, unresolved INTEGER NOT NULL, timexes INTEGER NOT NULL, statements INTEGER NOT NULL,
    agreements INTEGER NOT NULL);
CREATE TABLE mention (
    article VARCHAR NOT NULL REFERENCES reading (article) ON DELETE CASCADE, position INTEGER NOT NULL,
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, area VARCHAR, reading VARCHAR NOT NULL, role VARCHAR NOT NULL,
    candidates JSON NOT NULL, details JSON NOT NULL, PRIMARY KEY (article, position));
CREATE TABLE timex (
    article VARCHAR NOT NULL REFERENCES reading (article) ON DELETE CASCADE, position INTEGER NOT NULL,
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, value VARCHAR, PRIMARY KEY (article, position));
CREATE TABLE agreement (
    article VARCHAR NOT NULL REFERENCES reading (article) ON DELETE CASCADE, position INTEGER NOT NULL,
    id VARCHAR NOT NULL, name_en TEXT NOT NULL, name_ar TEXT NOT NULL, type VARCHAR NOT NULL, known BOOLEAN NOT NULL,
    signed VARCHAR, in_force VARCHAR, ended VARCHAR, sponsors JSON NOT NULL, guarantors JSON NOT NULL,
    mediators JSON NOT NULL, event_places JSON NOT NULL, areas JSON NOT NULL, sources JSON NOT NULL,
    PRIMARY KEY (article, position));
CREATE TABLE statement (
    id VARCHAR NOT NULL PRIMARY KEY, article VARCHAR NOT NULL REFERENCES reading (article) ON DELETE CASCADE,
    position INTEGER NOT NULL, agreement VARCHAR NOT NULL, type VARCHAR NOT NULL, excluded JSON NOT NULL,
    status VARCHAR NOT NULL, modality VARCHAR NOT NULL, attribution_start INTEGER, attribution_end INTEGER,
    signed VARCHAR, effective VARCHAR, until VARCHAR, expected VARCHAR, sponsors JSON NOT NULL, guarantors JSON NOT NULL);
CREATE INDEX statement_by_article ON statement (article, position);
CREATE TABLE statement_area (
    statement VARCHAR NOT NULL REFERENCES statement (id) ON DELETE CASCADE, position INTEGER NOT NULL,
    area VARCHAR NOT NULL, partial BOOLEAN NOT NULL, mention_start INTEGER, mention_end INTEGER,
    PRIMARY KEY (statement, position));
CREATE TABLE evidence (
    statement VARCHAR NOT NULL REFERENCES statement (id) ON DELETE CASCADE, position INTEGER NOT NULL,
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, quote TEXT NOT NULL, aspect VARCHAR NOT NULL,
    PRIMARY KEY (statement, position));
CREATE TABLE fault (
    position INTEGER NOT NULL PRIMARY KEY, file TEXT NOT NULL, reason TEXT NOT NULL, articles JSON NOT NULL);
