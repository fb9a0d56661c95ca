#pragma once

#include "core/base/expected.h"

#include <QColor>
#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <optional>

namespace Ui {

struct Tokens;

/// Why a style file is not used.
struct ChatStyleError
{
    /// `header.place`: missing, unknown or out of its range; empty if the file is no JSON object.
    QString key;

    friend bool operator==(const ChatStyleError &, const ChatStyleError &) = default;
};

/// How the lines of a conversation are laid out. Data, described key by key in
/// resources/chatstyles/README.md.
struct ChatStyle
{
    Q_DECLARE_TR_FUNCTIONS(Ui::ChatStyle)

public:
    struct Header
    {
        bool isInline = false;
        bool everyMessage = false;
        bool isSemiBold = true;
        QString size = QStringLiteral("normal");
        /// With {name}, {time}, {says}.
        QString own = QStringLiteral("{says}{time}");
        QString other = QStringLiteral("{says}{time}");
        QString time = QStringLiteral("   {time}");
        QString ownInk = QStringLiteral("ink");
        QString otherInk = QStringLiteral("ink");

        friend bool operator==(const Header &, const Header &) = default;
    };
    /// Lengths in steps of 4 px, height in percent of the font's line.
    struct Line
    {
        double indent = 2.5;
        double gap = 2.5;
        double between = 0;
        double height = 112;

        friend bool operator==(const Line &, const Line &) = default;
    };
    struct Notice
    {
        bool isCentred = true;
        bool hasRules = true;
        QString prefix;

        friend bool operator==(const Notice &, const Notice &) = default;
    };
    struct Bubble
    {
        QString own;
        QString other;
        double radius = 3;
        double padding = 2;
        /// Percent of the view.
        double widest = 78;

        friend bool operator==(const Bubble &, const Bubble &) = default;
    };

    QString id = QStringLiteral("classic");
    QString title;
    bool isFixedPitch = false;
    Header header;
    Line line;
    Notice notice;
    std::optional<Bubble> bubble;

    /// Of the file's contents. Errors name the first key at fault.
    static Msn::Expected<ChatStyle, ChatStyleError> parse(const QByteArray &json);
    /// One that comes with the program; the classic one if \p id is not known.
    static ChatStyle load(const QString &id);
    /// Those that come with the program, in the order in which they are offered.
    static QStringList ids();
    /// What a person reads in a menu.
    QString shownTitle() const;

    /// The colour that \p name stands for; nothing if it stands for none.
    static std::optional<QColor> colour(const QString &name, const Tokens &tokens);

    friend bool operator==(const ChatStyle &, const ChatStyle &) = default;
};

} // namespace Ui
